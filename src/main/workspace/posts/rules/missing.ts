export { missingParts, needsPicture } from '#contract/postMissing'
