/**
 * Memory that files are read into, used again and again. Without it V8 collects garbage every few
 * files because buffers outside its heap have grown, and the system clears fresh pages for each.
 */

/** As many as one process works on at once. */
const kept = 4
/** Bytes; larger ones are not held on to. */
const largestKept = 16 * 1024 * 1024

/** Smallest first, so that the first that is large enough wastes least. */
const free: ArrayBuffer[] = []

/** `size` bytes, of which what they hold is undefined. */
export function takeBuffer(size: number): Buffer {
  const fitting = free.findIndex(({ byteLength }) => byteLength >= size)
  const [buffer = new ArrayBuffer(size)] = fitting < 0 ? [] : free.splice(fitting, 1)
  return Buffer.from(buffer, 0, size)
}

/** Gives one back of `takeBuffer`; whoever still reads it will see another file's bytes. */
export function giveBack({ buffer }: Buffer): void {
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength > largestKept) return
  free.push(buffer)
  free.sort((one, other) => one.byteLength - other.byteLength)
  if (free.length > kept) free.shift()
}

/**
 * Gives decoded pixels back at once, of which nobody may read any more. Else they wait for V8 to
 * collect everything, which it did every hundred megabytes of them: half a millisecond a file. What
 * lies in a larger memory (WebAssembly's, Node's own) is left to its owner.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  if (isMovable(buffer) && buffer.byteLength === byteLength) buffer.transfer(0)
}

/** ES2024: the engines have it, the types we are checked against do not. */
interface Movable extends ArrayBuffer {
  transfer(length: number): ArrayBuffer
}

function isMovable(buffer: ArrayBufferLike): buffer is Movable {
  return buffer instanceof ArrayBuffer && 'transfer' in buffer
}
