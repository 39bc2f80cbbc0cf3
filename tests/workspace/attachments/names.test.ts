import { expect, it } from 'vitest'
import { shownName, titleFrom } from '../../../src/main/workspace/attachments/rules/names.ts'

it.each([
  ['gambar\u202egnp.exe', 'gambar gnp', 'gambar gnp.exe'],
  ['<img src=x onerror=ran()>.txt', '<img src=x onerror=ran()>', '<img src=x onerror=ran()>.txt'],
  ['  baris\tdua  .txt', 'baris dua', 'baris dua .txt'],
  ['\u200b\u200b', 'fail', 'fail'],
  ['.txt', '.txt', '.txt'],
  ['Fasa 1.2 siap', 'Fasa 1.2 siap', 'Fasa 1.2 siap'],
  ['Surat program.pdf', 'Surat program', 'Surat program.pdf'],
])('keeps of the name %j only what is seen', (name, title, fileName) => {
  expect([titleFrom(name), shownName(name)]).toEqual([title, fileName])
})

it('keeps no more of a name than a line may have', () => {
  expect(shownName(`${'panjang '.repeat(60)}.pdf`).length).toBeLessThanOrEqual(200)
})
