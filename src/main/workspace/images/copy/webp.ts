/**
 * Whether the first frame of a WebP file was saved without loss: whether a `VP8L` chunk comes before
 * any `VP8 ` one. Chunks are walked, never searched for (RFC 9649, 2.3–2.7); a frame of an animation
 * holds its own after 16 bytes of place and duration.
 */
export function isLosslessWebp(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 12
  while (at + 8 <= view.length) {
    const name = view.toString('latin1', at, at + 4)
    if (name === 'VP8L') return true
    if (name === 'VP8 ') return false
    const size = view.readUInt32LE(at + 4)
    at += 8 + (name === 'ANMF' ? 16 : size + (size % 2))
  }
  return false
}
