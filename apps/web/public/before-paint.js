// Runs before the first paint, so that a dark room stays dark. Storage may be closed to us: then the system decides.
(function () {
  var read = function (name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  var theme = read('koma.theme');
  var isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  document.documentElement.lang = read('koma.language') || 'en';
  document.querySelector('meta[name="theme-color"]').content = isDark ? '#141210' : '#fbf8f1';
})();
