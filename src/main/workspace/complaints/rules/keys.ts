/** How texts are compared: small letters without accents, single blanks. */
export function textKey(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Letters and digits alone: how references, identity cards and passports are compared. */
export function signsKey(text: string): string {
  return textKey(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** Digits alone, of a Malaysian number without the code of the country: `0123456789`. */
export function phoneKey(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '')
  return digits.startsWith('60') && digits.length >= 10 ? digits.slice(1) : digits
}
