/** The discrete cosine transform of two rows of samples at once. */

const sums: usize = memory.data(16 * 16)
const differences: usize = memory.data(16 * 16)

/**
 * `2 * half` samples of two neighbours, `step` bytes apart from `from` on, to `count` frequencies from
 * `lowest` on: those of the first neighbour are stored `stepInto` bytes apart from `into` on, those of
 * the second `besideInto` further. A cosine is the same from both ends (even frequencies) or the
 * opposite (odd ones), so sums and differences of the two ends are enough.
 * @param cosines `half` numbers for each frequency
 */
export function transform(
  from: usize,
  step: usize,
  into: usize,
  stepInto: usize,
  besideInto: usize,
  cosines: usize,
  half: i32,
  lowest: i32,
  count: i32,
): void {
  for (let at = 0; at < half; at++) {
    const one = v128.load(from + <usize>at * step)
    const other = v128.load(from + <usize>(2 * half - 1 - at) * step)
    v128.store(sums + ((<usize>at) << 4), f64x2.add(one, other))
    v128.store(differences + ((<usize>at) << 4), f64x2.sub(one, other))
  }
  for (let place = 0; place < count; place++) {
    const ends = (lowest + place) % 2 == 0 ? sums : differences
    const weights = cosines + ((<usize>(place * half)) << 3)
    let both = f64x2.splat(0)
    for (let at = 0; at < half; at++) {
      both = f64x2.add(
        both,
        f64x2.mul(
          v128.load(ends + ((<usize>at) << 4)),
          v128.load64_splat(weights + ((<usize>at) << 3)),
        ),
      )
    }
    const to = into + <usize>place * stepInto
    store<f64>(to, f64x2.extract_lane(both, 0))
    store<f64>(to + besideInto, f64x2.extract_lane(both, 1))
  }
}
