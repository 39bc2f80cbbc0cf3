import { inBothLanguages } from '../words/tree'
export const phaseViewWords = inBothLanguages({ x: 'x' }, { x: 'x' })
