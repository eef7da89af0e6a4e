// A preview link is /preview/#nrp_…: what follows the # stays in the browser, out of every log and referrer.

const form = document.getElementById("preview");
const token = location.hash.slice(1);
if (token) {
  history.replaceState(null, "", location.pathname);
  form.elements.token.value = token;
  form.submit();
}
