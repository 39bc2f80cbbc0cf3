import type { DocumentFoot } from '../../preload/desktop.ts'

/**
 * The foot of every page of a document, as Chromium's print template: it alone knows the number of
 * the page and of all pages (boxes in the page's margin, which CSS could fill, are newer than the
 * oldest runtime in use). The template sees neither the document's fonts nor its styles.
 * SECURITY: all text is escaped; names that people typed stand in it.
 */
export function footTemplate({ lines, page }: DocumentFoot): string {
  const [counted = '', rest = ''] = page.split('{page}', 2)
  const [between = '', after = ''] = rest.split('{pages}', 2)
  // What is told apart below, such as letters in one file, is not counted through.
  const number =
    page === ''
      ? ''
      : [
          escaped(counted),
          '<span class="pageNumber"></span>',
          escaped(between),
          '<span class="totalPages"></span>',
          escaped(after),
        ].join('')
  const said = lines.map((line) => `<div>${escaped(line)}</div>`).join('')
  return [
    `<div style="${style(frame)}">`,
    `<div style="${style(left)}">${said}</div>`,
    `<div style="white-space: nowrap">${number}</div>`,
    '</div>',
  ].join('')
}

const frame = {
  'box-sizing': 'border-box',
  'border-top': '0.5pt solid #666',
  color: '#333',
  display: 'flex',
  'font-family': "'Segoe UI', 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif",
  'font-size': '7pt',
  gap: '8mm',
  'justify-content': 'space-between',
  'line-height': '9.5pt',
  margin: '0 15mm',
  'padding-top': '1.5mm',
  width: '100%',
} as const

const left = { 'min-width': '0', 'overflow-wrap': 'anywhere' } as const

function style(rules: Readonly<Record<string, string>>): string {
  return Object.entries(rules)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
