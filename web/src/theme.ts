import type { ThemeConfig } from 'antd';

/**
 * The one place for colour, type and space. Seal red (#e60012) is deliberately not among the tokens: it belongs to seals and
 * to the red heads of letters only, and is set where those are drawn (`app.css`).
 */
const ink = '#1f2329';
const quiet = '#4e5969';

const calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches === true;

export const theme = {
  cssVar: { key: 'liangqian' },
  token: {
    colorPrimary: '#0958d9',
    // The lighter hover tones of the algorithm would fall below a contrast of 4.5.
    colorPrimaryHover: '#003eb3',
    colorPrimaryActive: '#002c8c',
    colorLinkHover: '#003eb3',
    colorErrorHover: '#820014',
    colorLink: '#0958d9',
    colorInfo: '#0958d9',
    colorSuccess: '#237804',
    colorWarning: '#8a5300',
    colorError: '#a8071a',
    colorWarningBg: '#fffbe6',
    colorWarningBorder: '#e5d48b',
    colorErrorBg: '#fff1f0',
    colorErrorBorder: '#e0aaa6',
    colorText: ink,
    colorTextHeading: ink,
    colorTextSecondary: quiet,
    colorTextTertiary: quiet,
    colorTextQuaternary: '#5c6673',
    colorTextDescription: quiet,
    colorTextPlaceholder: '#5c6673',
    colorTextDisabled: '#5c6673',
    colorBgLayout: '#f7f8fa',
    colorBorder: '#8a919f',
    colorBorderSecondary: '#d9dde3',
    borderRadius: 6,
    fontFamily:
      "'PingFang SC', 'Source Han Sans SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif",
    fontFamilyCode: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace",
    fontSize: 14,
    lineHeight: 1.6,
    motion: !calm,
    motionDurationFast: '0.05s',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    controlHeight: 34,
  },
  components: {
    Table: { cellPaddingBlockSM: 8, headerBg: '#f2f3f5' },
    Layout: { headerBg: '#ffffff', bodyBg: '#f7f8fa' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  },
} as const satisfies ThemeConfig;

/** Applicants read larger and touch with a thumb. */
export const airyTheme = { token: { fontSize: 16, controlHeight: 44 } } as const satisfies ThemeConfig;
