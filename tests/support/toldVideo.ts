/** A box of an MP4: its length, four letters, its content. */
export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const inner = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inner.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inner])
}

/** A text as QuickTime has it: length, language, letters. */
export function text(type: string, value: string): Buffer {
  const letters = Buffer.from(value)
  const head = Buffer.from([0, 0, 0x15, 0xc7])
  head.writeUInt16BE(letters.length, 0)
  return box(type, head, letters)
}

/** The video with a place in it, as phones write it: at the end of its film box. */
export function withTold(video: Buffer, place: string): Buffer {
  const at = video.indexOf('moov') - 4
  const end = at + video.readUInt32BE(at)
  const told = box('udta', text('\u00a9xyz', place))
  const film = Buffer.from(video.subarray(at, end))
  film.writeUInt32BE(film.length + told.length, 0)
  return Buffer.concat([video.subarray(0, at), film, told, video.subarray(end)])
}
