import { Crop, FileDigit, Images, Ruler, ScanSearch } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** The image check and the library, in the order of the side navigation. */
export const imagePages: readonly Page[] = [
  {
    name: 'image-check',
    path: '/imej',
    title: 'images.checkPage',
    icon: ScanSearch,
    load: () => import('./ImageCheckPage.vue'),
  },
  {
    name: 'image-library',
    path: '/pustaka',
    title: 'images.libraryPage',
    icon: Images,
    load: () => import('./LibraryPage.vue'),
  },
]

/** Size rules and limits, shown within Settings. */
export const imageSettingsPages: readonly Page[] = [
  {
    name: 'image-rules',
    path: '/tetapan/imej',
    title: 'images.rulesPage',
    icon: Ruler,
    load: () => import('./ImageRulesPage.vue'),
  },
  {
    name: 'image-presets',
    path: '/tetapan/saiz-imej',
    title: 'images.presetsPage',
    icon: Crop,
    load: () => import('./fix/PresetsPage.vue'),
  },
  {
    name: 'image-channels',
    path: '/tetapan/had-imej',
    title: 'images.channelsPage',
    icon: FileDigit,
    load: () => import('./fix/ChannelsPage.vue'),
  },
]
