/** happy-dom lays nothing out: each observed element is as large as a page's. */
export class RoomyObserver {
  readonly #tell: ResizeObserverCallback
  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell
  }
  observe(): void {
    const contentRect = new DOMRect(0, 0, 1000, 600)
    this.#tell([{ contentRect } as ResizeObserverEntry], this)
  }
  unobserve(): void {
    // Nothing is kept.
  }
  disconnect(): void {
    // Nothing is kept.
  }
}
