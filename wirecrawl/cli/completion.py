"""Completion for bash and zsh: a script that holds all names, so that no key waits for a program to start."""

from wirecrawl.storage.feed.formats import exports

SHELLS = ("bash", "zsh")
# The shell asks for the words that fit at a place: first a command, then what this command takes.
_SCRIPT = """_wirecrawl() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} names=
  if [[ $COMP_CWORD -eq 1 ]]; then
    names="{commands}"
  elif [[ ${{COMP_WORDS[1]}} == export && $COMP_CWORD -eq 2 ]]; then
    names="{formats}"
  elif [[ " {with_spider} " == *" ${{COMP_WORDS[1]}} "* || ${{COMP_WORDS[COMP_CWORD-1]}} == --spider ]]; then
    names="{spiders}"
  fi
  COMPREPLY=($(compgen -W "$names" -- "$word"))
}}
complete -o default -F _wirecrawl wirecrawl
"""
_ZSH = "autoload -Uz bashcompinit && bashcompinit\n"
_WITH_SPIDER = ("crawl", "replay", "backfill", "report", "drift", "prune", "explain")


def script(shell: str, commands: list[str], spiders: list[str]) -> str:
    """The script of a shell, to be read by it at its start: `source <(wirecrawl completion bash)`."""
    made = _SCRIPT.format(
        commands=" ".join(commands),
        formats=" ".join(exports.names()),
        spiders=" ".join(spiders),
        with_spider=" ".join(name for name in _WITH_SPIDER if name in commands),
    )
    return (_ZSH if shell == "zsh" else "") + made
