import type { SliceClient } from './call.ts'
import { gate } from './gate.ts'
import { images } from './images.ts'
import { office } from './office.ts'
import { people } from './people.ts'

/** Everything a page, the command line or a test may ask of the workspace. */
export const contract = { gate, office, people, images } as const

export type Contract = typeof contract
export type SliceName = keyof Contract

/** The page's view of the workspace: `workspace.images.checkFiles({ … })`. */
export type Workspace = { readonly [S in SliceName]: SliceClient<Contract[S]> }
