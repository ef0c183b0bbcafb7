// Numbers, sizes, spans of time and moments, as people read them.

import { language, t } from './words.js';

const locale = () => (language() === 'zh' ? 'zh-CN' : 'en-GB');

export const number = (value) => new Intl.NumberFormat(locale()).format(value);

export const share = (part) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(part);

/** @param exact whether the size is known to the byte */
export function bytes(count, exact = true) {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const size = count / 1000 ** power;
  const digits = size < 10 && power > 1 ? 1 : 0;
  return `${exact ? '' : '~'}${size.toFixed(digits)} ${units[power]}`;
}

export function seconds(count) {
  if (count < 60) return t('seconds', count < 10 ? count.toFixed(1) : Math.round(count).toString());
  const minutes = Math.round(count / 60);
  return minutes < 60 ? t('minutes', minutes) : t('hours', (count / 3600).toFixed(1));
}

export function money(amount, currency) {
  if (!currency) return number(amount);
  try {
    return new Intl.NumberFormat(locale(), { style: 'currency', currency, maximumFractionDigits: 4 }).format(amount);
  } catch {
    return `${number(amount)} ${currency}`; // a currency of one's own, in prices.yaml
  }
}

/** Today by the clock, else by the day. */
export function when(iso) {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return '';
  const today = then.toDateString() === new Date().toDateString();
  const form = today
    ? { hour: '2-digit', minute: '2-digit' }
    : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale(), form).format(then);
}
