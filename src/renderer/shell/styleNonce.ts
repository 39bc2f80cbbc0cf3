/**
 * Style elements made by script carry this page's nonce: the content security policy allows no
 * others, and naive-ui writes its styles as such elements. The protocol handler puts a fresh nonce
 * into the page's `<meta name="style-nonce">` and into the policy of the same answer.
 */
export function giveStylesTheirNonce(page: Document): void {
  const nonce = page.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content
  if (!nonce) return
  /* eslint-disable @typescript-eslint/no-deprecated -- one overload is; the whole function is replaced */
  const create: Document['createElement'] = page.createElement.bind(page)
  page.createElement = function createElement(
    name: string,
    options?: ElementCreationOptions,
  ): HTMLElement {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
  /* eslint-enable @typescript-eslint/no-deprecated */
}

giveStylesTheirNonce(document)
