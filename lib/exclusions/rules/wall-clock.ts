const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `hh:mm` text, 24 hours, checked: such text compares in time order. RangeError names what was given. */
export function wallClock(time: string): string {
  if (!TIME.test(time)) throw new RangeError(`Not a time of day such as 13:15: ${JSON.stringify(time)}`);
  return time;
}
