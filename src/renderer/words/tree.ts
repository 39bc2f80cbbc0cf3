/** Texts of a part of the application, nested by subject. */
export interface WordTree {
  readonly [key: string]: string | WordTree
}

/** The same keys with other wording. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>
}

export interface BothLanguages<Ms extends WordTree> {
  readonly ms: Ms
  readonly en: Translated<Ms>
}

/** A slice's texts: Malay is the source, English must have exactly its keys. */
export function inBothLanguages<const Ms extends WordTree>(
  ms: Ms,
  en: Translated<NoInfer<Ms>>,
): BothLanguages<Ms> {
  return { ms, en }
}

/** `'people.add' | 'people.form.name' | …` */
export type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeysOf<T[K]>}`
}[keyof T & string]

/** The text a dotted key leads to. */
export type TextAt<T, K extends string> = K extends keyof T
  ? T[K]
  : K extends `${infer Head}.${infer Rest}`
    ? Head extends keyof T
      ? TextAt<T[Head], Rest>
      : never
    : never

/** The placeholders of a text: `'name'` for `Tambah {name}`. */
export type PlaceholdersOf<S> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never
