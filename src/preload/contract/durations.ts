/** A duration in seconds as `0:05`, `12:40`, `1:02:03`; a part of a second counts as a whole one. */
export function inMinutes(duration: number): string {
  const seconds = Math.ceil(duration)
  const two = (part: number) => String(part).padStart(2, '0')
  const minutes = Math.floor(seconds / 60) % 60
  const hours = Math.floor(seconds / 3_600)
  const rest = two(seconds % 60)
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${two(minutes)}:${rest}`
}
