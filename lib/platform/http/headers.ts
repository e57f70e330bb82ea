/** Features no page of ours uses. Passkeys are not listed: the default (this origin only) is what they need. */
const OFF =
  'accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope hid ' +
  'idle-detection magnetometer microphone midi payment picture-in-picture screen-wake-lock serial usb ' +
  'xr-spatial-tracking'

const FEATURES = OFF.split(' ')
  .map((feature) => `${feature}=()`)
  .join(', ')

/**
 * Sent with every answer. The path in `script-src` matters: `'self'` would let the framework's scripts in.
 * `same-origin` and not `no-referrer`: the latter makes our own forms send `Origin: null`.
 */
export function securityHeaders(origin: URL, styleHash?: string): Record<string, string> {
  return {
    'content-security-policy': policy(origin, styleHash),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': FEATURES,
    ...(origin.protocol === 'https:' && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

function policy(origin: URL, styleHash?: string): string {
  const style = styleHash === undefined ? '' : ` '${styleHash}'`
  return [
    "default-src 'none'",
    `script-src ${origin.origin}/js/`,
    `style-src 'self'${style}`,
    "img-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
