import type { z } from 'zod'
import type { Command, Slice } from '#contract/call'
import { defaultFixPresets } from '#contract/fixPresets'
import type { Contract } from '#contract/index'
import type { LibraryImage, CheckedImage } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import type { Person } from '#contract/people'
import { PlainDate, type BatchId } from '#contract/values'
import { present } from '../support/present.ts'

/** What the commands of a furnished workspace can work on. */
export interface Furnished {
  /** Sits at the keyboard. */
  readonly person: Person
  readonly withPin: Person
  readonly rules: SizeRules
  readonly check: CheckedImage
  /** Its first repeat waits for a person's word. */
  readonly repeated: CheckedImage
  readonly kept: LibraryImage
  readonly trashed: LibraryImage
  readonly spareBatch: BatchId
  /** Made from another picture. */
  readonly result: CheckedImage
}

type InputsOf<S extends Slice> = {
  readonly [K in keyof S as S[K] extends Command ? K : never]: (
    furnished: Furnished,
  ) => z.input<S[K]['input']>
}

type Inputs = { readonly [S in keyof Contract]: InputsOf<Contract[S]> }

/** In every text a person types in the inputs below, so that it is known when seen again. */
export const marker = 'Rahsia'

/** A valid input for every command of the contract; each changes something. */
export const commandInputs: Inputs = {
  gate: {},
  office: {
    change: () => ({
      unitName: `Unit ${marker}`,
      letterhead: [`Jabatan ${marker}`],
      logo: null,
      language: 'en',
    }),
    changeScreenLock: () => ({ idleSeconds: 1_200 }),
  },
  people: {
    add: () => ({ name: `Nama ${marker}`, post: `Jawatan ${marker}` }),
    change: ({ person }) => ({ ...person, name: `Nama baharu ${marker}` }),
    resetPin: ({ withPin }) => ({ id: withPin.id }),
  },
  images: {
    removeBatch: ({ spareBatch }) => ({ batchId: spareBatch }),
    setKind: ({ check }) => ({ ids: [check.id], kind: 'avatar' }),
    decideRepeat: ({ repeated }) => ({
      pairs: pairsOf(repeated),
      outcome: 'repeat',
      reason: `Sebab ${marker}`,
    }),
    undecideRepeat: ({ repeated }) => ({ pairs: pairsOf(repeated) }),
    override: ({ check }) => ({ id: check.id, reason: `Pengecualian ${marker}` }),
    pickBest: ({ check, repeated }) => ({ best: [repeated.id], others: [check.id] }),
    unpick: ({ check, repeated }) => ({ ids: [check.id, repeated.id] }),
    reviewPhoto: ({ check }) => ({
      id: check.id,
      answers: {
        offTopic: true,
        hurtsImage: false,
        badAngle: true,
        emptyVenue: false,
        repeatedScene: false,
      },
    }),
    describe: ({ kept }) => ({
      ids: [kept.id],
      name: `Fail ${marker}.png`,
      kind: 'photo',
      caption: {
        programme: `Program ${marker}`,
        date: PlainDate.parse('2026-11-20'),
        time: `Masa ${marker}`,
        place: `Tempat ${marker}`,
        guests: `Tetamu ${marker}`,
      },
      altText: `Huraian ${marker}`,
      source: `Sumber ${marker}`,
      rights: `Hak ${marker}`,
      tags: [`Tag ${marker}`],
    }),
    trash: ({ kept }) => ({ ids: [kept.id] }),
    restore: ({ trashed }) => ({ ids: [trashed.id] }),
    changeFixPresets: () => [
      { ...present(defaultFixPresets[0]), id: 'poster', name: `Saiz ${marker}` },
    ],
    discardFixed: ({ result }) => ({ ids: [result.id] }),
    changeRules: ({ rules }) => ({ ...rules, limits: { ...rules.limits, megabytes: 123 } }),
  },
}

function pairsOf({ id, repeats }: CheckedImage) {
  return repeats.map(({ of }) => ({
    checkId: id,
    of: of.where === 'batch' ? of.checkId : of.imageId,
  }))
}
