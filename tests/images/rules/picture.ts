import { Sha256 } from '#contract/values'
import type { Measurement } from '../../../src/main/workspace/images/measure/measurement.ts'

/** A plain poster; a test names only what is different about its own. */
export function aPicture(different: Partial<Measurement> = {}): Measurement {
  return {
    name: 'poster.jpg',
    nameReadable: true,
    format: 'jpeg',
    width: 1200,
    height: 630,
    byteSize: 100_000,
    bytesHash: Sha256.parse('0'.repeat(64)),
    pages: 1,
    animated: false,
    colour: 'rgb',
    bitsPerChannel: 8,
    transparent: false,
    fromCamera: false,
    hasLocation: false,
    blank: false,
    personal: [],
    taken: { at: null, place: null },
    look: null,
    quality: null,
    ...different,
  }
}
