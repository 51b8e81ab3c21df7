import { logGamma } from './incomplete-gamma';

/** The continued fraction of the incomplete beta function by Lentz's method. */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || 1e-300);
  let value = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || 1e-300);
    c = 1 + even / c || 1e-300;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || 1e-300);
    c = 1 + odd / c || 1e-300;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return value;
}

/** I_x(a, b), the regularised incomplete beta function. RangeError unless a and b are above zero. */
function betaI(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`Both shapes must be above zero: ${a}, ${b}`);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

/** P(X <= k) for X ~ Binomial(n, probability). */
export function binomialAtMost(k: number, n: number, probability: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betaI(1 - probability, n - k, k + 1);
}
