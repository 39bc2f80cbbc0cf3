/** Words as they are compared: small letters, without signs, a space around each. */
function bare(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `
}

/** Whether the words of a place name a district whole (ours): `Kota Bharu` is in `Dewan, Kota Bharu`. */
export function namesDistrict(place: string, district: string): boolean {
  const name = bare(district)
  return name.trim() !== '' && bare(place).includes(name)
}
