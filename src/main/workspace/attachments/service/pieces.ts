import { pieceBytes } from '../../files/byteRange.ts'

/** Piece by piece, as the store seals them. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    yield await Promise.resolve(bytes.subarray(from, from + pieceBytes))
  }
}
