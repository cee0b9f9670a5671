"""Says what a word means beside the other words of a headline: a bus plunges, prices plunge."""

from collections.abc import Sequence

_OUTSIDE_MARKETS = {"s:open": "v:start", "s:close": "v:shut"}
_ON_MARKETS = {"x:ended": "s:close", "v:beat": "v:overtake", "v:raise": "d:up", "v:axe": "d:down"}
_LAUNCHED = frozenset(
    f"n:{thing}" for thing in "missile satellite rocket mission spaceship spaceflight launchobj nuclear".split()
)
_PLUNGE = "d:plunge"  # of prices and figures, or of a bus into a ravine
_LAUNCH, _FIRES = "e:launch", "v:fires"
_FALL, _FALLS_TO = "d:down", "v:fallsto"  # of a plane, of a city to rebels
_CONDEMN = "v:condemn"  # in languages in which a court condemns to prison, and a government an attack
_COURTS = frozenset(("n:court", "n:prosecutor", "v:jail", "v:charge", "v:fine", "n:life", "n:prison"))
_MOVES = frozenset(("d:up", "d:down"))
_HALT = "v:paro"  # Spanish: a strike, or the number of those without work
_FORCES, _BURNS = "v:forces", "v:burns"  # armed forces, or what forces people from homes; a fire burns, or hurts
_BY_CONTEXT = frozenset((_PLUNGE, _LAUNCH, _FIRES, _FALL, _FALLS_TO, _CONDEMN, _HALT, _FORCES, _BURNS))
_GUNNERS = "n:airdefense"  # whose "down" is a verb
_VEHICLES = frozenset(f"n:{thing}" for thing in "plane helicopter bus car climber motorbike rail".split())
_FIGURES = frozenset(
    f"n:{thing}"
    for thing in "orders stocks price profit revenue rate gdp cpi jobless output currency growth industry oil".split()
) | {"v:export", "v:import", "v:trade"}
# Events that make news of a headline, though it also has words of a market or of the weather.
EVENTS = frozenset(("e:fire", "e:blast", "e:crash", "e:accident", "e:attack", "e:storm", "e:capsize", "e:collapse"))


def meant_in(keys: Sequence[str], series: bool) -> dict[str, str]:
    """The concepts that words mean beside the other concepts of a headline."""
    meant = _ON_MARKETS if series else _OUTSIDE_MARKETS
    if _BY_CONTEXT.isdisjoint(keys):
        return meant
    figures = series or not _FIGURES.isdisjoint(keys)
    launched = not _LAUNCHED.isdisjoint(keys)
    return meant | {
        _PLUNGE: _FALL if figures else "e:crash",
        _FALL: "v:downs" if _GUNNERS in keys else _FALL if figures or _VEHICLES.isdisjoint(keys) else "e:crash",
        _FALLS_TO: _FALL if figures else "v:capture",
        _LAUNCH: _LAUNCH if launched else "v:start",  # a campaign, no missile
        _FIRES: _LAUNCH if launched else "e:shooting",
        _CONDEMN: "g:react" if _COURTS.isdisjoint(keys) else "x:convicted",
        _FORCES: "x:evacuated" if "x:evacuated" in keys else "n:army",
        _BURNS: next((fire for fire in ("e:wildfire", "e:fire") if fire in keys), "t:hurt"),
        _HALT: "v:strike" if _MOVES.isdisjoint(keys) else "n:jobless",
    }
