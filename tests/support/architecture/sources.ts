import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

/** What one file takes from another, or from a package. */
export interface Import {
  /** A path from the project's root for our own files, else the package as written. */
  to: string
  names: string[]
  /** Gone after compilation: it cannot bring code across a border. */
  typeOnly: boolean
}

export interface Source {
  path: string
  lines: number
  imports: Import[]
  /** Tables named in insertInto, updateTable, deleteFrom. */
  writes: string[]
  defaultExport: boolean
  /** Suppressions of a checker without a reason behind them. */
  unexplained: string[]
  text: string
}

const writers = new Set(['insertInto', 'updateTable', 'deleteFrom'])

const suppressions =
  /(?:\/\/|\/\*|<!--)\s*(eslint-disable(?:-next-line|-line)?|prettier-ignore|@ts-(?:ignore|nocheck|expect-error))(.*)/g

/** Reads every TypeScript, JavaScript and Vue file under the folders; missing folders are empty. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => /\.(ts|mjs|vue)$/.test(path))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

export function readSource(path: string, text: string): Source {
  const code = path.endsWith('.vue') ? scriptsOf(text) : text
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true)
  const source: Source = {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: [],
    writes: [],
    defaultExport: false,
    unexplained: [...text.matchAll(suppressions)].filter(withoutReason).map((found) => found[0]),
    text,
  }
  visit(file, source)
  return source
}

function visit(node: ts.Node, source: Source): void {
  if (ts.isImportDeclaration(node)) {
    add(source, node.moduleSpecifier, namesOf(node.importClause), isTypeOnly(node.importClause))
  } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    add(source, node.moduleSpecifier, [], node.isTypeOnly)
  } else if (ts.isCallExpression(node)) {
    visitCall(node, source)
  } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    add(source, node.argument.literal, [], true)
  } else if (ts.isExportAssignment(node) || hasDefaultModifier(node)) {
    source.defaultExport = true
  }
  ts.forEachChild(node, (child) => visit(child, source))
}

function visitCall(node: ts.CallExpression, source: Source): void {
  const [first] = node.arguments
  if (first === undefined || !ts.isStringLiteralLike(first)) return
  const called = node.expression
  const loads =
    called.kind === ts.SyntaxKind.ImportKeyword || /^load$|require$/i.test(called.getText())
  // createRequire(import.meta.url)('sharp') loads as well.
  if (loads || /^createRequire\(/.test(called.getText())) add(source, first, [], false)
  if (ts.isPropertyAccessExpression(called) && writers.has(called.name.text)) {
    source.writes.push(first.text)
  }
}

function add(source: Source, specifier: ts.Node, names: string[], typeOnly: boolean): void {
  if (!ts.isStringLiteralLike(specifier)) return
  source.imports.push({ to: targetOf(source.path, specifier.text), names, typeOnly })
}

/** A specifier as a path from the root, with its extension; packages stay as they are. */
function targetOf(from: string, specifier: string): string {
  if (specifier.startsWith('#contract/')) return `src/preload/contract/${specifier.slice(10)}.ts`
  if (!specifier.startsWith('.')) return specifier
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
  return /\.[a-z]+$/.test(path) ? path : `${path}.ts`
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings
  if (bindings === undefined || !ts.isNamedImports(bindings)) return []
  return bindings.elements.map((one) => (one.propertyName ?? one.name).text)
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const bindings = clause.namedBindings
  const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : []
  return clause.name === undefined && named.length > 0 && named.every((one) => one.isTypeOnly)
}

function hasDefaultModifier(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword) ?? false
}

/** ESLint's own form is `-- why`; TypeScript's comments carry the reason after a space or colon. */
function withoutReason(found: RegExpMatchArray): boolean {
  const [, what = '', rest = ''] = found
  return what.startsWith('eslint') ? !/--\s+\S.{7,}/.test(rest) : !/[A-Za-z].{7,}/.test(rest)
}

function scriptsOf(component: string): string {
  const scripts = component.matchAll(/<script[^>]*>([^]*?)<\/script>/g)
  return [...scripts].map((found) => found[1]).join('\n')
}

function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(root, path) : [path]
  })
}
