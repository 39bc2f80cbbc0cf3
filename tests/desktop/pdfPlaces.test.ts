import { expect, it } from 'vitest'
import { numberOf, pagesOfPlaces } from '../../src/main/desktop/pdfPlaces.ts'

/** As Chromium writes it: pages in a tree of two levels, compressed contents, named places. */
const pdf = `%PDF-1.4
1 0 obj
<</Type /Catalog
/Pages 2 0 R
/Dests 9 0 R>>
endobj
2 0 obj
<</Type /Pages
/Count 3
/Kids [3 0 R 7 0 R]>>
endobj
3 0 obj
<</Type /Pages
/Parent 2 0 R
/Count 2
/Kids [5 0 R 4 0 R]>>
endobj
4 0 obj
<</Type /Page
/Parent 3 0 R>>
endobj
5 0 obj
<</Type /Page
/Parent 3 0 R>>
endobj
6 0 obj
<</Length 20>> stream
1 0 obj <</Type /Pages>>
endstream
endobj
7 0 obj
<</Type /Page
/Parent 2 0 R>>
endobj
9 0 obj
<</a-1 [5 0 R /XYZ 0 800 0]
/a-2 [7 0 R /XYZ 42 90.5 0]
/a-3 [8 0 R /XYZ 0 0 0]>>
endobj
`

it('tells on which page each place stands, in the order of the tree', () => {
  expect([...pagesOfPlaces(Buffer.from(pdf, 'latin1'))]).toEqual([
    ['a-1', 1],
    ['a-2', 3],
  ])
})

it.each(['', '%PDF-1.4', pdf.replace('/Dests 9 0 R', ''), pdf.replace('/Pages 2 0 R', '')])(
  'says nothing of what it does not understand',
  (other) => {
    expect(pagesOfPlaces(Buffer.from(other, 'latin1')).size).toBe(0)
  },
)

it.each([
  ['a', 2],
  // From the page of the first to that of the second, both with them.
  ['a b', 3],
  ['b b', 1],
  ['a gone', undefined],
  ['gone', undefined],
])('tells of %s', (place, expected) => {
  const pages = new Map([
    ['a', 2],
    ['b', 4],
  ])
  expect(numberOf(place, pages)).toBe(expected)
})
