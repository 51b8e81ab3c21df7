/** The regularised lower incomplete gamma function and its inverse, for exact Poisson intervals. */

const LANCZOS = [
  76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5,
] as const;

/** The logarithm of the gamma function of a number above zero. */
export function logGamma(x: number): number {
  const shifted = x + 5.5;
  const series = LANCZOS.reduce((sum, coefficient, index) => sum + coefficient / (x + 1 + index), 1.000000000190015);
  return -(shifted - (x + 0.5) * Math.log(shifted)) + Math.log((2.5066282746310005 * series) / x);
}

function bySeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < 100_000 && term > sum * 1e-16; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

/** The upper function by Lentz's continued fraction. */
function upperByFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b || 1e-300);
    c = b + a / c || 1e-300;
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return Math.exp(-x + shape * Math.log(x) - logGamma(shape)) * fraction;
}

/** P(shape, x): the probability that a Gamma(shape, 1) variable is at most `x`. RangeError unless shape is above zero. */
export function gammaP(shape: number, x: number): number {
  if (!(shape > 0)) throw new RangeError(`The shape must be above zero: ${shape}`);
  if (x <= 0) return 0;
  return x < shape + 1 ? bySeries(shape, x) : 1 - upperByFraction(shape, x);
}

/** The x with P(shape, x) = probability, to about 1e-10 of it, by bisection. RangeError unless 0 < probability < 1. */
export function gammaInverse(probability: number, shape: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`Not a probability between 0 and 1: ${probability}`);
  let low = 0;
  let high = shape + 1;
  while (gammaP(shape, high) < probability) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2;
    if (gammaP(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
