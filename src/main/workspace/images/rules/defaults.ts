import { defaultQualityRules, defaultVideoMegabytes } from '#contract/imageRules'
import type { SizeRules } from '#contract/imageRules'

/**
 * The settings a new workspace starts with. The poster's sizes are the source's (Melaka 13.5:
 * recommended 1200 × 630 px, minimum 600 × 315 px). The source has none for other kinds: theirs are
 * our own, from what the networks display, and therefore never reject. The limits are ours too:
 * they keep hostile files from taking the machine.
 */
export const defaultSizeRules: SizeRules = {
  poster: {
    minimum: { width: 600, height: 315 },
    belowMinimum: 'reject',
    recommended: { width: 1200, height: 630 },
    recommendedMeans: 'exact',
    anyOrientation: false,
  },
  photo: {
    minimum: { width: 640, height: 480 },
    belowMinimum: 'warn',
    recommended: { width: 1200, height: 800 },
    recommendedMeans: 'at-least',
    anyOrientation: true,
  },
  avatar: {
    minimum: { width: 200, height: 200 },
    belowMinimum: 'warn',
    recommended: { width: 400, height: 400 },
    recommendedMeans: 'at-least',
    anyOrientation: false,
  },
  header: {
    minimum: { width: 820, height: 312 },
    belowMinimum: 'warn',
    recommended: { width: 1500, height: 500 },
    recommendedMeans: 'at-least',
    anyOrientation: false,
  },
  limits: {
    megapixels: 100,
    megabytes: 100,
    secondsPerFile: 30,
    videoMegabytes: defaultVideoMegabytes,
  },
  quality: defaultQualityRules,
}
