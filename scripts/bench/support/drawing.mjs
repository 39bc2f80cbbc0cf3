/**
 * Steps a calendar by one month and waits until nothing in it changes any more.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').CDPSession} debugging
 * @param {string} root selector of what is drawn anew
 * @param {string} step expression that steps
 * @returns {Promise<{ shown: number, busy: number }>} milliseconds until the last change was
 *   painted, and for which the processor worked on the page's thread
 */
export async function measureStep(page, debugging, root, step) {
  const before = await busyOf(debugging)
  const shown = await page.evaluate(
    `(async () => {
      const root = document.querySelector(${JSON.stringify(root)})
      let [last, changed] = [0, performance.now()]
      const painted = () => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => { last = performance.now() }
        port2.postMessage(0)
      }
      const watching = new MutationObserver(() => {
        changed = performance.now()
        requestAnimationFrame(painted)
      })
      watching.observe(root, { childList: true, subtree: true, characterData: true })
      const started = performance.now()
      ${step}
      // Where others use the machine, the first change may be late.
      while (last === 0 || performance.now() - changed < 600) {
        if (performance.now() - started > 20_000) throw new Error('Nothing was drawn')
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      watching.disconnect()
      return last - started
    })()`,
  )
  return { shown: Number(shown), busy: (await busyOf(debugging)) - before }
}

/**
 * @param {import('@playwright/test').CDPSession} debugging
 * @returns {Promise<number>} milliseconds the processor spent on tasks of the page so far
 */
async function busyOf(debugging) {
  const { metrics } = await debugging.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000
}
