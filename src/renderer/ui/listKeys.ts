/** Where a key leads in a list or grid; null when the key does not move. */
export function placeAfter(
  key: string,
  from: number,
  { count, columns, page }: { count: number; columns: number; page: number },
): number | null {
  if (count === 0) return null
  const within = (place: number) => Math.min(count - 1, Math.max(0, place))
  switch (key) {
    case 'ArrowDown':
      // From above a shorter last row to its end, but never along the last row.
      return Math.floor(from / columns) < Math.floor((count - 1) / columns)
        ? within(from + columns)
        : from
    case 'ArrowUp':
      return from - columns >= 0 ? from - columns : from
    case 'ArrowRight':
      return columns > 1 ? within(from + 1) : null
    case 'ArrowLeft':
      return columns > 1 ? within(from - 1) : null
    case 'PageDown':
      return within(from + page * columns)
    case 'PageUp':
      return within(from - page * columns)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
