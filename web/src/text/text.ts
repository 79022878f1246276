import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Text } from '../api/model.ts';
import { applyingText } from './applying.ts';
import { applicantText } from './applicant.ts';
import { askingText } from './asking.ts';
import { confirmationText } from './confirmation.ts';
import { consentText } from './consent.ts';
import { courseText } from './course.ts';
import { departmentText } from './department.ts';
import { documentText } from './documents.ts';
import { deskText } from './desk.ts';
import { explorerText } from './explorer.ts';
import { exchangeText } from './exchange.ts';
import { findingText } from './finding.ts';
import { frameText } from './frame.ts';
import { letterText } from './letter.ts';
import { letterSignText } from './letter-sign.ts';
import { paperLicenceText } from './paper-licence.ts';
import { licenceAskingText } from './licence-asking.ts';
import { licenceText } from './licence.ts';
import { licenceLineageText } from './licence-lineage.ts';
import { licenceCourseText } from './licence-course.ts';
import { vaultText } from './vault.ts';
import { libraryText } from './library.ts';
import { partyText } from './party.ts';
import { refusalDetailText } from './refusal-detail.ts';
import { promisingText } from './promising.ts';
import { sealText } from './seal.ts';
import { sharingText } from './sharing.ts';
import { ruleWritingText } from './rule-writing.ts';
import { ruleText } from './rules.ts';
import { verifyingText } from './verifying.ts';
import { windowText } from './window.ts';
import { logStateText } from './log-state.ts';
import { matterChoiceText } from './matter-choices.ts';
import { matterText } from './matter.ts';
import { wordText } from './words.ts';

/**
 * All text of the screens. Both languages stand side by side, so that none can be forgotten; keys are checked by the compiler.
 */
export const texts = {
  ...frameText,
  ...wordText,
  ...applicantText,
  ...applyingText,
  ...askingText,
  ...findingText,
  ...windowText,
  ...deskText,
  ...confirmationText,
  ...consentText,
  ...courseText,
  ...partyText,
  ...departmentText,
  ...letterText,
  ...letterSignText,
  ...matterText,
  ...matterChoiceText,
  ...promisingText,
  ...refusalDetailText,
  ...documentText,
  ...sealText,
  ...sharingText,
  ...logStateText,
  ...ruleText,
  ...ruleWritingText,
  ...libraryText,
  ...exchangeText,
  ...licenceText,
  ...licenceAskingText,
  ...paperLicenceText,
  ...licenceLineageText,
  ...licenceCourseText,
  ...vaultText,
  ...verifyingText,
  ...explorerText,
} as const satisfies Readonly<Record<string, Text>>;

export type TextKey = keyof typeof texts;
export type Language = 'zh' | 'en';
export type Values = Readonly<Record<string, string | number>>;

/** Says a text of ours, or picks the language of a text that the server sent. */
export interface Say {
  (key: TextKey, values?: Values): string;
  readonly language: Language;
  readonly of: (text: Text) => string;
}

const KEPT = 'language';

/** Prepares the texts in the language chosen last; Chinese when nobody chose. */
export function startTexts(): void {
  const language = localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  void i18next.use(initReactI18next).init({
    resources: { zh: { translation: textsIn('zh') }, en: { translation: textsIn('en') } },
    lng: language,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function useText(): Say {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  const say = (key: TextKey, values: Values = {}): string => t(key, values);
  return Object.assign(say, { language, of: (text: Text) => text[language] });
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.changeLanguage(language);
}

/** Whether there is a text for a name that the server sent, such as a new kind of letter. */
export function isTextKey(key: string): key is TextKey {
  return key in texts;
}

/** The word for an answer out of a list; an answer that we have no word for stands as it is. */
export function optionText(option: string, say: Say): string {
  const key = `option.${option}`;
  return isTextKey(key) ? say(key) : option;
}

function textsIn(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]]));
}
