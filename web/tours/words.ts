import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };

/** The two languages as a tour sees them; everything below is asserted in each. */
export const languages = [
  { locale: 'en', words: en },
  { locale: 'zh-CN', words: zh },
] as const;
