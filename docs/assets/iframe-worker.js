// Browsers start no worker for a page that is opened from a file, so there the search runs in a hidden frame. This is a
// Worker with what the search uses of one: messages both ways, and scripts that are loaded one after the other.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(url) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      document.documentElement.append(frame)
      this.inside = frame.contentWindow
      const load = one => new Promise(loaded => {
        const script = frame.contentDocument.createElement("script")
        script.src = one
        script.onload = loaded
        frame.contentDocument.body.append(script)
      })
      this.inside.importScripts = (...urls) => urls.reduce((done, one) => done.then(() => load(one)), Promise.resolve())
      this.inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.ready = load(url)
    }
    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new MessageEvent("message", { data })))
    }
    dispatchEvent(event) {
      const goesOn = super.dispatchEvent(event)
      if (this.onmessage) this.onmessage(event)
      return goesOn
    }
  }
}
