/**
 * The loops of the image check that look at every sample, in AssemblyScript: compiled to WebAssembly
 * by `npm run kernels`. Each keeps its data where it says; who calls writes there before and reads there
 * after. Sums are made in the very order of the formulas they stand for, so that what was kept by an
 * earlier version stays comparable to the last bit.
 */
export { detailAt, greyAt, reserveDetail, greyOf } from './grey'
export { edgeBinsAt, edgesAlongRows, edgesAlongColumns } from './edges'
export { bendsAt, bendsAcrossColumns, bendsAcrossRows } from './bends'
export { blockStepsAt, blockSteps } from './blocks'
export { strokesFrom } from './strokes'
export { square } from './square'
export { squareAt, sketchAt, sketch } from './sketch'
export { cellRangesAt, cellSumsAt, cells } from './cells'
export { fingerprintAt, fingerprintCosinesAt, windowsAt, fingerprint } from './fingerprint'
export { partsAt, partCosinesAt, levelSizesAt, levelScalesAt, parts } from './parts'
export { keptValuesAt, keptTextureAt, questionedValuesAt, levels } from './levels'
export { alignmentAt, alignmentSumsAt, alignmentSums } from './alignment'
export { cellColumnsAt, cellColumnsOnAt, cellRowsAt, cellRowsOnAt } from './cellPairs'
export { cellPairSumsAt, cellPairs } from './cellPairs'
