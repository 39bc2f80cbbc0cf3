/**
 * The sign for adding, one for the whole grid: it goes to the head of the day that is pointed at or
 * has the focus, since one for each day would be drawn for nothing. By keys the day's own button adds.
 */
export function dayAdd() {
  const add = document.createElement('button')
  add.type = 'button'
  add.className = 'plain-button day-add'
  add.tabIndex = -1

  /**
   * Follows the pointer or the focus.
   * @param target what is pointed at, anywhere in the grid
   * @param label what adding is called; null where nobody may
   */
  function follow(target: EventTarget | null, label: string | null): void {
    if (!(target instanceof Element)) return
    if (label === null) {
      add.remove()
      return
    }
    const head = headAt(target)
    if (head === null || add.parentElement === head) return
    add.title = label
    add.setAttribute('aria-label', label)
    head.append(add)
  }

  return { follow }
}

/** The head of the day whose cell this is in. */
function headAt(target: Element): Element | null {
  const cell = target.closest('.cal-cell, .cal-head, .day-top')
  return cell?.classList.contains('day-top') === true
    ? cell
    : (cell?.querySelector('.day-top') ?? null)
}
