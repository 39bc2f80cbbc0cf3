import { ALL_FORMATS, CustomSource, EncodedPacketSink, Input } from 'mediabunny'
import { openPdf } from '../../print/preview/pdf'
import { largestFirstPage } from '../mediumView'
import type { PartReader } from './partReader'

/** Longest side of what is drawn, in pixels; a pane shows no more. */
const longestSide = 640

type Frame = Uint8Array<ArrayBuffer>

/**
 * A frame of a video as a JPEG, from a tenth of its length on, where there is more to see than a
 * fade-in. Null where Chromium has no decoder for it or the file breaks off.
 */
export async function drawVideo(reader: PartReader, stop: AbortSignal): Promise<Frame | null> {
  const source = new CustomSource({
    getSize: () => reader.size(),
    read: (from, to) => reader.read(from, to),
    prefetchProfile: 'network',
    handleUnhandledError: () => undefined,
  })
  const input = new Input({ formats: ALL_FORMATS, source })
  stop.addEventListener('abort', () => input.dispose())
  try {
    const track = await input.getPrimaryVideoTrack()
    if (track === null || !(await track.canDecode())) return null
    const config = await track.getDecoderConfig()
    const start = await track.getFirstTimestamp()
    const length = (await track.getDurationFromMetadata()) ?? 0
    const packets = new EncodedPacketSink(track)
    // One that needs none of the frames before it.
    const wanted = { verifyKeyPackets: true }
    const packet =
      (await packets.getKeyPacket(start + length / 10, wanted)) ??
      (await packets.getFirstKeyPacket(wanted))
    if (config === null || packet === null) return null
    const frame = await decoded(config, packet.toEncodedVideoChunk(), stop)
    return frame && (await jpegOf(upright(frame, await track.getRotation())))
  } catch {
    return null
  } finally {
    input.dispose()
  }
}

/**
 * Null when it cannot be decoded. With a decoder of our own, for mediabunny would start a worker from
 * a script in memory for a video that is transparent, which the content policy refuses.
 */
function decoded(
  config: VideoDecoderConfig,
  chunk: EncodedVideoChunk,
  stop: AbortSignal,
): Promise<VideoFrame | null> {
  return new Promise((resolve) => {
    const decoder = new VideoDecoder({
      output: (frame) => end(frame),
      error: () => end(null),
    })
    let ended = false
    function end(frame: VideoFrame | null): void {
      if (ended) frame?.close()
      else resolve(frame)
      ended = true
      if (decoder.state !== 'closed') decoder.close()
    }
    stop.addEventListener('abort', () => end(null))
    decoder.configure(config)
    decoder.decode(chunk)
    decoder.flush().then(
      () => end(null),
      () => end(null),
    )
  })
}

/** The frame as it is to be seen, no longer than a pane shows; closes it. */
function upright(frame: VideoFrame, rotation: 0 | 90 | 180 | 270): OffscreenCanvas {
  const { displayWidth, displayHeight } = frame
  const shrunk = Math.min(1, longestSide / Math.max(displayWidth, displayHeight))
  const width = Math.max(1, Math.round(displayWidth * shrunk))
  const height = Math.max(1, Math.round(displayHeight * shrunk))
  const lies = rotation % 180 === 0
  const canvas = new OffscreenCanvas(lies ? width : height, lies ? height : width)
  const pen = canvas.getContext('2d')
  pen?.translate(canvas.width / 2, canvas.height / 2)
  pen?.rotate((rotation * Math.PI) / 180)
  pen?.drawImage(frame, -width / 2, -height / 2, width, height)
  frame.close()
  return canvas
}

/** The first page of a PDF as a JPEG; null where it cannot be drawn. */
export async function drawDocument(reader: PartReader, stop: AbortSignal): Promise<Frame | null> {
  try {
    const size = await reader.size()
    if (size > largestFirstPage) return null
    const pdf = await openPdf(await reader.read(0, size))
    // Its worker ends with it, whatever it is busy with.
    const timedOut = new Promise<null>((resolve) =>
      stop.addEventListener('abort', () => resolve(null)),
    )
    try {
      const canvas = document.createElement('canvas')
      const { width, height } = pdf.size
      const across = longestSide * Math.min(1, width / height)
      const drawing = pdf.draw(1, canvas, Math.max(1, across)).then(() => jpegOf(canvas))
      return await Promise.race([drawing, timedOut])
    } finally {
      pdf.close()
    }
  } catch {
    return null
  }
}

async function jpegOf(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<Frame | null> {
  const quality = { type: 'image/jpeg', quality: 0.85 }
  const blob =
    canvas instanceof OffscreenCanvas
      ? await canvas.convertToBlob(quality)
      : await new Promise<Blob | null>((resolve) =>
          canvas.toBlob(resolve, quality.type, quality.quality),
        )
  return blob && new Uint8Array(await blob.arrayBuffer())
}
