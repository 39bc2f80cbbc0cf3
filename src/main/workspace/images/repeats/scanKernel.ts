/**
 * The inner loop of the candidate search as WebAssembly, written out instruction by instruction:
 * 64-bit XOR and population count, which JavaScript does not have (measured: docs/decisions/0003).
 */

/** One comparison of 256 bits: byte offsets into the query and into a row, and the most that counts. */
export interface Comparison {
  queryAt: number
  rowAt: number
  atMost: number
}

interface Memory {
  readonly buffer: ArrayBuffer
  grow: (pages: number) => number
}

type Scan = (firstRow: number, count: number, out: number) => number

/** What is used of the global; only the DOM's types declare it, and this side has none of those. */
declare const WebAssembly: {
  Memory: new (limits: { initial: number }) => Memory
  Module: new (bytes: Uint8Array) => object
  Instance: new (
    module: object,
    imports: { host: { memory: Memory } },
  ) => { exports: { scan: Scan } }
}

export interface Kernel {
  memory: Memory
  /**
   * Compares the query at address 0 with `count` rows from `firstRow` on. For every row with a
   * hit writes the row's address to `out` as a 32-bit number. Returns how many it wrote.
   */
  scan: Scan
}

const op = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  branch: 0x0c,
  branchIf: 0x0d,
  get: 0x20,
  set: 0x21,
  load64: 0x29,
  store32: 0x36,
  const32: 0x41,
  const64: 0x42,
  atLeast32: 0x4f,
  atMost64: 0x58,
  add32: 0x6a,
  multiply32: 0x6c,
  or32: 0x72,
  popcount64: 0x7b,
  add64: 0x7c,
  xor64: 0x85,
} as const
const type = { i32: 0x7f, function: 0x60, nothing: 0x40 } as const
const section = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const
const local = { row: 0, count: 1, out: 2, found: 3, end: 4 } as const

function unsigned(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest]
    bytes.push((rest & 0x7f) | 0x80)
  }
}

function signed(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest >>= 7) {
    const isLast = rest >= -0x40 && rest < 0x40
    bytes.push(isLast ? rest & 0x7f : (rest & 0x7f) | 0x80)
    if (isLast) return bytes
  }
}

function sized(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes]
}

function name(text: string): number[] {
  return sized(Array.from(text, (letter) => letter.charCodeAt(0)))
}

const get = (index: number) => [op.get, index]
const set = (index: number) => [op.set, index]
const const32 = (value: number) => [op.const32, ...signed(value)]
const load64 = (base: readonly number[], offset: number) => [
  ...base,
  op.load64,
  0,
  ...unsigned(offset),
]

/** Leaves 1 on the stack when the two hashes are near enough, else 0. */
function compared({ queryAt, rowAt, atMost }: Comparison): number[] {
  const words = [0, 8, 16, 24].flatMap((word) => [
    ...load64(const32(0), queryAt + word),
    ...load64(get(local.row), rowAt + word),
    op.xor64,
    op.popcount64,
    ...(word === 0 ? [] : [op.add64]),
  ])
  return [...words, op.const64, ...signed(atMost), op.atMost64]
}

function body(comparisons: readonly Comparison[], rowBytes: number): number[] {
  const hit = comparisons.flatMap((comparison, at) => [
    ...compared(comparison),
    ...(at === 0 ? [] : [op.or32]),
  ])
  const add = (index: number, amount: number) => [
    ...get(index),
    ...const32(amount),
    op.add32,
    ...set(index),
  ]
  const storeRow = [...get(local.out), ...get(local.row), op.store32, 0, 0]
  return [
    ...[1, 2, type.i32],
    ...[...get(local.count), ...const32(rowBytes), op.multiply32],
    ...[...get(local.row), op.add32, ...set(local.end)],
    ...[op.block, type.nothing, op.loop, type.nothing],
    ...[...get(local.row), ...get(local.end), op.atLeast32, op.branchIf, 1],
    ...[...hit, op.if, type.nothing, ...storeRow],
    ...[...add(local.out, 4), ...add(local.found, 1), op.end],
    ...[...add(local.row, rowBytes), op.branch, 0, op.end, op.end],
    ...[...get(local.found), op.end],
  ]
}

export function buildKernel(comparisons: readonly Comparison[], rowBytes: number): Kernel {
  const part = (id: number, bytes: readonly number[]) => [id, ...sized(bytes)]
  const bytes = Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...part(section.types, [
      ...[1, type.function, 3, type.i32, type.i32, type.i32],
      ...[1, type.i32],
    ]),
    ...part(section.imports, [1, ...name('host'), ...name('memory'), 2, 0, 1]),
    ...part(section.functions, [1, 0]),
    ...part(section.exports, [1, ...name('scan'), 0, 0]),
    ...part(section.code, [1, ...sized(body(comparisons, rowBytes))]),
  ])
  const memory = new WebAssembly.Memory({ initial: 1 })
  const module = new WebAssembly.Module(bytes)
  const instance = new WebAssembly.Instance(module, { host: { memory } })
  return { memory, scan: instance.exports.scan }
}
