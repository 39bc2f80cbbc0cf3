/** The 64 bits of a part's hash as two whole numbers of 32. */
export interface PartHash {
  readonly low: number
  readonly high: number
}

/** Bits of 64 by which two copies of a part may differ. */
const nearPart = 14
/** A hash is looked up by each quarter of its bits; copies nearly always agree in one. */
const bands = 4
const bandValues = 65_536

/** A block: the one before it, then so many parts of three numbers each. Two lines of the cache. */
const blockInts = 32
const partsInBlock = 10
const partInts = 3
/** Blocks that are made room for at once: 4 MB. */
const blocksInChunk = 32_768

/**
 * Which parts have a value in one of their bands: chains of blocks in arrays that no collection has to
 * walk. A step along a chain is a leap in memory, so a block holds ten parts with all that is compared.
 */
export class Chains {
  /** By band and value: its newest block, and how many parts are in that one. */
  readonly #heads = new Int32Array(bands * bandValues).fill(-1)
  readonly #filled = new Uint8Array(bands * bandValues)
  readonly #chunks: Int32Array[] = []
  #blocks = 0
  /** For each part: the picture and its place there. */
  #places = new Uint32Array(1_024 * 2)
  #length = 0

  add(hash: PartHash, picture: number, place: number): void {
    if (2 * this.#length === this.#places.length) this.#places = doubled(this.#places)
    const part = this.#length++
    this.#places[2 * part] = picture
    this.#places[2 * part + 1] = place
    for (let band = 0; band < bands; band++) this.#append(bandOf(hash, band), hash, part)
  }

  /** Tells of every part that is near this one, once; those added last come first. */
  near(hash: PartHash, tell: (picture: number, place: number) => void): void {
    for (let band = 0; band < bands; band++) {
      const value = bandOf(hash, band)
      let count = this.#filled[value] ?? 0
      for (let block = this.#heads[value] ?? -1; block >= 0; count = partsInBlock) {
        const chunk = this.#chunkOf(block)
        const start = (block % blocksInChunk) * blockInts
        for (let at = start + 1 + (count - 1) * partInts; at > start; at -= partInts) {
          const low = hash.low ^ (chunk[at] ?? 0)
          const high = hash.high ^ (chunk[at + 1] ?? 0)
          if (bitsIn(low) + bitsIn(high) > nearPart || metBefore(low, high, band)) continue
          const part = chunk[at + 2] ?? 0
          tell(this.#places[2 * part] ?? 0, this.#places[2 * part + 1] ?? 0)
        }
        block = chunk[start] ?? -1
      }
    }
  }

  #append(value: number, { low, high }: PartHash, part: number): void {
    const isFull = (this.#heads[value] ?? -1) < 0 || this.#filled[value] === partsInBlock
    if (isFull) this.#begin(value)
    const block = this.#heads[value] ?? 0
    const count = this.#filled[value] ?? 0
    const at = (block % blocksInChunk) * blockInts + 1 + count * partInts
    const chunk = this.#chunkOf(block)
    chunk[at] = low
    chunk[at + 1] = high
    chunk[at + 2] = part
    this.#filled[value] = count + 1
  }

  #begin(value: number): void {
    const block = this.#blocks++
    if (block % blocksInChunk === 0) this.#chunks.push(new Int32Array(blocksInChunk * blockInts))
    this.#chunkOf(block)[(block % blocksInChunk) * blockInts] = this.#heads[value] ?? -1
    this.#heads[value] = block
    this.#filled[value] = 0
  }

  #chunkOf(block: number): Int32Array {
    const chunk = this.#chunks[Math.floor(block / blocksInChunk)]
    if (chunk === undefined) throw new RangeError('a block beyond the last')
    return chunk
  }
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(2 * numbers.length)
  more.set(numbers)
  return more
}

/** The value of 16 of the hash's bits, and which 16. */
function bandOf({ low, high }: PartHash, band: number): number {
  const half = band < 2 ? low : high
  return band * bandValues + (band % 2 === 0 ? half & 0xffff : half >>> 16)
}

/** How many of 32 bits are set: sums over pairs, fours and bytes, and of the bytes by multiplying. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Whether two hashes that differ by these bits agree in an earlier band too. */
function metBefore(low: number, high: number, band: number): boolean {
  return (
    (band > 0 && (low & 0xffff) === 0) ||
    (band > 1 && low >>> 16 === 0) ||
    (band > 2 && (high & 0xffff) === 0)
  )
}
