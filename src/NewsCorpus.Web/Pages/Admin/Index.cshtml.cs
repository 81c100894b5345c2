using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsCorpus.Web.Pages.Admin;

public sealed class IndexModel : PageModel;
