/** Wording of the search box, the source language. */
export const fr = {
  title: 'Chercher',
  label: 'Nom, téléphone ou code',
  hint: 'Prénom et nom dans n’importe quelle graphie, même en arabe ; un village ou une année de naissance aident. Un code MLP-, R- ou S- s’écrit avec ou sans tirets.',
  button: 'Chercher',
  found: '{count, plural, =0 {Aucun dossier} one {# dossier} other {# dossiers}}',
  within: 'Dans ce que vous pouvez ouvrir. Les graphies proches comptent.',
  'none.title': 'Rien trouvé dans ce que vous pouvez ouvrir',
  'none.more':
    'Vérifiez l’orthographe, essayez le téléphone ou seulement le prénom. D’autres dossiers que vous n’ouvrez pas ne sont pas cherchés ici.',
  'many.title': 'Plus de 200 dossiers répondent',
  'many.more':
    'Ajoutez une deuxième information : le prénom et le nom, le village, l’année de naissance (« 1990 ») ou l’âge (« 24 ans »).',
  'unread.title': 'Rien à chercher là-dedans',
  'unread.more':
    'Écrivez un nom, un téléphone d’au moins six chiffres, ou un code. Le dernier signe d’un code contrôle les autres : relisez-le.',
  'no-code.title': 'Rien à votre portée ne porte ce code',
  'no-code.more':
    'Le code est valable. Ce qu’il nomme n’existe pas, ou n’est pas à vous : demandez à votre supervision.',
  register: 'Enregistrer une personne',
  list: 'Voir la liste des dossiers',
  files: 'Dossiers',
  alerts: 'Alertes à trier',
  'why.PHONE': 'Même téléphone',
  'why.SAME_NAME': 'Même nom',
  'why.NEAR_NAME': 'Nom proche',
  'why.AT_HOME': 'Quelqu’un de son ménage porte ce nom',
  'why.PLACE': 'Même lieu d’origine',
  'row.no-name': 'nom non connu',
  'row.closed': 'Clos le {at}',
  'row.raised': '{place}, le {at}',
  pages: 'Pages',
  range: '{from}–{to} sur {total}',
  next: 'Page suivante',
  previous: 'Page précédente',
}
