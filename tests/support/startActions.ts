import { expect, type Locator, type Page } from '@playwright/test'

/** What a person types at the first run. */
export const office = {
  unitName: 'Bahagian Komunikasi Korporat',
  letterhead: 'Jabatan Kerja Raya Malaysia\nJalan Sultan Salahuddin, 50480 Kuala Lumpur',
  name: 'Siti Aminah binti Rahman',
  post: 'Pegawai Perhubungan Awam',
  passphrase: 'kerusi hijau sungai tembaga',
} as const

export function field(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true })
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true })
}

/** From the first step up to the recovery code, which is returned as it is shown. */
export async function fillFirstRun(page: Page): Promise<string> {
  await field(page, 'Nama unit').fill(office.unitName)
  await page.getByRole('textbox', { name: 'Kepala surat' }).fill(office.letterhead)
  await button(page, 'Seterusnya').click()
  await field(page, 'Nama').fill(office.name)
  await field(page, 'Jawatan').fill(office.post)
  await button(page, 'Seterusnya').click()
  await field(page, 'Frasa laluan').fill(office.passphrase)
  await field(page, 'Frasa laluan sekali lagi').fill(office.passphrase)
  await button(page, 'Seterusnya').click()
  const groups = page.getByRole('group', { name: 'Kod pemulihan' }).locator('span')
  await expect(groups).toHaveCount(8)
  return (await groups.allInnerTexts()).join(' ')
}

/** From the recovery code to the first page of the application. */
export async function proveCode(page: Page, code: string): Promise<void> {
  await button(page, 'Seterusnya').click()
  await field(page, 'Kod daripada helaian').fill(code)
  await button(page, 'Cipta ruang kerja').click()
  await button(page, 'Mula bekerja').click()
  await expect(page.getByRole('navigation', { name: 'Navigasi utama' })).toBeVisible()
}

/** The whole first run; returns the recovery code. */
export async function completeFirstRun(page: Page): Promise<string> {
  const code = await fillFirstRun(page)
  await proveCode(page, code)
  return code
}

/** Opens a workspace that waits for its passphrase, up to its first page. */
export async function enter(page: Page): Promise<void> {
  await unlock(page)
  await expect(page.getByRole('navigation', { name: 'Navigasi utama' })).toBeVisible()
}

export async function unlock(page: Page, passphrase: string = office.passphrase): Promise<void> {
  await field(page, 'Frasa laluan').fill(passphrase)
  await button(page, 'Buka').click()
}

/** Goes to a page by the side navigation, and within Settings by its tabs; it is there, and hears keys. */
export async function goTo(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    const link = page.getByRole('link', { name, exact: true })
    await link.click()
    await expect(link).toHaveClass(/router-link-active/)
  }
}
