/** The one door to the compiled kernels; `assembly/` says what each of them does. */
import { compiled } from './compiled.ts'

/** Addresses are bytes in `memory`. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly detailAt: () => number
  readonly greyAt: () => number
  readonly reserveDetail: (width: number, height: number, channels: number) => void
  readonly greyOf: (pixels: number, channels: number) => void
  readonly edgeBinsAt: () => number
  readonly edgesAlongRows: (width: number, height: number) => number
  readonly edgesAlongColumns: (width: number, height: number) => number
  readonly bendsAt: () => number
  readonly bendsAcrossColumns: (width: number, height: number) => void
  readonly bendsAcrossRows: (width: number, height: number) => void
  readonly blockStepsAt: () => number
  readonly blockSteps: (width: number, height: number) => number
  readonly strokesFrom: (from: number) => number
  readonly square: (width: number, height: number) => void
  readonly squareAt: () => number
  readonly sketchAt: () => number
  readonly sketch: (channels: number) => number
  readonly cellRangesAt: () => number
  readonly cellSumsAt: () => number
  readonly cells: () => void
  readonly fingerprintAt: () => number
  readonly fingerprintCosinesAt: () => number
  readonly windowsAt: () => number
  readonly fingerprint: (count: number) => void
  readonly partsAt: () => number
  readonly partCosinesAt: () => number
  readonly levelSizesAt: () => number
  readonly levelScalesAt: () => number
  readonly parts: (levels: number, margin: number) => number
  readonly keptValuesAt: (side: number) => number
  readonly keptTextureAt: (side: number) => number
  readonly questionedValuesAt: (side: number) => number
  readonly levels: () => void
  readonly alignmentAt: () => number
  readonly alignmentSumsAt: () => number
  readonly alignmentSums: (side: number, stride: number, spread: number) => void
  readonly cellColumnsAt: () => number
  readonly cellColumnsOnAt: () => number
  readonly cellRowsAt: () => number
  readonly cellRowsOnAt: () => number
  readonly cellPairSumsAt: () => number
  readonly cellPairs: () => void
}

export interface Kernels extends Exports {
  /** Views of the memory at an address, as long as nothing makes room for a larger detail. */
  bytes(address: number, length: number): Uint8Array
  words(address: number, length: number): Uint32Array
  numbers(address: number, length: number): Float64Array
  signed(address: number, length: number): Int32Array
  fractions(address: number, length: number): Float32Array
}

/** What is used of the global; only the DOM's types declare it, and this side has none of those. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => { readonly exports: Exports }
}

let loaded: Kernels | null = null

/** Compiles them at the first call: a millisecond. */
export function kernels(): Kernels {
  loaded ??= load()
  return loaded
}

function load(): Kernels {
  const module = new WebAssembly.Module(Buffer.from(compiled, 'base64'))
  const { exports } = new WebAssembly.Instance(module)
  return {
    ...exports,
    bytes: (address, length) => new Uint8Array(exports.memory.buffer, address, length),
    words: (address, length) => new Uint32Array(exports.memory.buffer, address, length),
    numbers: (address, length) => new Float64Array(exports.memory.buffer, address, length),
    signed: (address, length) => new Int32Array(exports.memory.buffer, address, length),
    fractions: (address, length) => new Float32Array(exports.memory.buffer, address, length),
  }
}

/**
 * The cosines by which the kernels transform `side` samples to `count` frequencies from `lowest` on
 * (DCT, type II, orthonormal but for frequency 0): of each frequency for half the samples, the other
 * half being their mirror image.
 */
export function cosinesOf(side: number, lowest: number, count: number): Float64Array {
  const half = side / 2
  return Float64Array.from({ length: count * half }, (_, at) => {
    const frequency = lowest + Math.floor(at / half)
    const sample = at % half
    return Math.sqrt(2 / side) * Math.cos((Math.PI * frequency * (2 * sample + 1)) / (2 * side))
  })
}
