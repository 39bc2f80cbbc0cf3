import { defineConfig, globalIgnores } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import tseslint from 'typescript-eslint'

// The parser gives the compiler only the script of a component. Read so from the disk as well, a
// component does not change when it is opened: otherwise each makes the whole program anew.
const readFile = ts.sys.readFile.bind(ts.sys)
ts.sys.readFile = (path, encoding) => {
  const text = readFile(path, encoding)
  if (!path.endsWith('.vue')) return text
  return /<script[^>]*>([^]*?)<\/script>/.exec(text ?? '')?.[1] ?? ''
}

const root = fileURLToPath(new URL('..', import.meta.url))

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: the importer then uses the same word as the author.',
}

const arrowExport = {
  selector:
    'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression',
  message: 'Write `export function name()`: it is named in stack traces.',
}

const ipcMain = {
  selector: "Identifier[name='ipcMain']",
  message: 'Only src/main/desktop/ipc.ts touches ipcMain; it checks who is asking.',
}

const browserWindow = {
  selector:
    "NewExpression[callee.name='BrowserWindow'], NewExpression[callee.property.name='BrowserWindow']",
  message: 'Only src/main/desktop/window.ts makes windows; it sets their guards.',
}

const openExternal = {
  selector: "Identifier[name='openExternal']",
  message: 'Nothing is opened outside the application.',
}

const withheldTest = {
  selector:
    'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|skipIf|runIf|todo|fixme|fails)$/]',
  message: 'Every test runs, everywhere.',
}

const everywhere = [defaultExport, arrowExport]
const application = [...everywhere, ipcMain, browserWindow, openExternal]

/** @param {{ selector: string, message: string }[]} rules */
function forbid(...rules) {
  return { 'no-restricted-syntax': /** @type {['error', ...typeof rules]} */ (['error', ...rules]) }
}

export default defineConfig(
  globalIgnores(['out/', 'dist/', '.cache/', 'test-results/']),
  // AssemblyScript: TypeScript's syntax with other types; its own compiler checks it.
  globalIgnores(['src/main/workspace/images/kernels/assembly/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  vue.configs['flat/recommended'],
  { rules: vue.configs['no-layout-rules'].rules ?? {} },
  a11y.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: root,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      ...forbid(...everywhere),
      eqeqeq: 'error',
      'no-eval': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': 'error',
      'vue/no-v-html': 'error',
      'vue/no-undef-components': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    // ESLint does not see the casts in JSDoc; the compiler, which checks these files too, does.
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,vue}'],
    rules: { ...forbid(...application), 'no-console': 'error' },
  },
  {
    files: ['src/main/desktop/ipc.ts'],
    rules: forbid(...application.filter((rule) => rule !== ipcMain)),
  },
  {
    files: ['src/main/desktop/window.ts'],
    rules: forbid(...application.filter((rule) => rule !== browserWindow)),
  },
  {
    files: ['tests/**/*.ts'],
    rules: forbid(...everywhere, withheldTest),
  },
  {
    files: ['**/*.config.{ts,mjs,cjs}', 'src/renderer/env.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
