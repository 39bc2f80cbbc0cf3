import type { Reader } from '../../database/schema.ts'
import type { MediaName } from '../../media/names.ts'

/**
 * The files of the media store that rows rest on and that cannot be made again: originals of the
 * library and of pasted pictures. Thumbnails, sketches and measurements are worked out of them.
 */
export async function durableMedia(db: Reader): Promise<MediaName[]> {
  const kept = await db
    .selectFrom('image')
    .select(['bytes_hash', 'medium'])
    .distinct()
    .orderBy('bytes_hash')
    .execute()
  const pasted = await db
    .selectFrom('image_check')
    .select('id')
    .where('path', 'is', null)
    .orderBy('id')
    .execute()
  return [
    ...kept.map(({ bytes_hash, medium }) => ({
      area: medium === 'picture' ? ('original' as const) : ('large' as const),
      name: bytes_hash,
    })),
    ...pasted.map(({ id }) => ({ area: 'original' as const, name: id })),
  ]
}
