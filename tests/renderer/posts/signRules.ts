/** The widths that the page's style sheets give to the signs of an element, by its classes. */
export function widthsOfSigns(element: Element): string[] {
  const names = [...element.classList].filter((name) => /^signs-\d+$/.test(name))
  const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules])
  return names.flatMap((name) =>
    rules.flatMap(({ cssText }) =>
      cssText.startsWith(`.${name}::before`)
        ? (/inline-size: (\d+px)/.exec(cssText)?.slice(1) ?? [])
        : [],
    ),
  )
}
