import { darkTheme, type GlobalTheme, type GlobalThemeOverrides } from 'naive-ui'
import { dark, light, type Tokens } from './tokens'

const fontFamily = "'Inter Variable', system-ui, sans-serif"

/** naive-ui's own theme and what our tokens change in it. */
export function naiveTheme(isDark: boolean): {
  theme: GlobalTheme | null
  overrides: GlobalThemeOverrides
} {
  return { theme: isDark ? darkTheme : null, overrides: overridesOf(isDark ? dark : light) }
}

function overridesOf(tokens: Tokens): GlobalThemeOverrides {
  return {
    common: {
      fontFamily,
      fontSize: '14px',
      fontSizeSmall: '13px',
      fontSizeMedium: '14px',
      heightMedium: '32px',
      heightSmall: '28px',
      borderRadius: '6px',
      borderRadiusSmall: '4px',
      primaryColor: tokens.accent,
      primaryColorHover: tokens.accentHover,
      primaryColorPressed: tokens.accentPressed,
      primaryColorSuppl: tokens.accent,
      successColor: tokens.success,
      warningColor: tokens.warning,
      errorColor: tokens.danger,
      errorColorHover: tokens.danger,
      errorColorPressed: tokens.danger,
      textColorBase: tokens.text,
      textColor1: tokens.text,
      textColor2: tokens.text,
      textColor3: tokens.textSoft,
      placeholderColor: tokens.textSoft,
      iconColor: tokens.textSoft,
      borderColor: tokens.edge,
      dividerColor: tokens.line,
      bodyColor: tokens.ground,
      cardColor: tokens.surface,
      modalColor: tokens.raised,
      popoverColor: tokens.raised,
      inputColor: tokens.surface,
      hoverColor: tokens.hover,
      railColor: tokens.edge,
      boxShadow2: tokens.shadow,
    },
    Button: {
      textColorPrimary: tokens.onAccent,
      textColorHoverPrimary: tokens.onAccent,
      textColorPressedPrimary: tokens.onAccent,
      textColorFocusPrimary: tokens.onAccent,
      textColorDisabledPrimary: tokens.onAccent,
      textColorError: tokens.surface,
      textColorHoverError: tokens.surface,
      textColorPressedError: tokens.surface,
      textColorFocusError: tokens.surface,
      border: `1px solid ${tokens.edge}`,
      paddingMedium: '0 12px',
    },
    Input: {
      border: `1px solid ${tokens.edge}`,
      colorFocus: tokens.surface,
      placeholderColor: tokens.textSoft,
      boxShadowFocus: `0 0 0 2px ${tokens.focus}44`,
    },
    Checkbox: { border: `1px solid ${tokens.edge}`, checkMarkColor: tokens.onAccent },
    Tooltip: { color: tokens.text, textColor: tokens.surface },
  }
}
