/** The only clock of the screens: today's date in China, by which the year of a date is shown or left out. */
export function todayInChina(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
