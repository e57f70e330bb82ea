/** The one function of the package that a test calls; it brings no types of its own. */
declare module 'react-dom/server' {
  export function renderToStaticMarkup(element: import('react').ReactNode): string
}
