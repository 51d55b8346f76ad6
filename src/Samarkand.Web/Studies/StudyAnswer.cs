using Samarkand.Reports.Documents;
using Samarkand.Reports.Pages;

namespace Samarkand.Web.Studies;

/// <summary>What came of an analysis: for programs, and as a part of the page.</summary>
/// <param name="Document">Words, tables and certificate.</param>
/// <param name="Page">The sections of the page.</param>
internal sealed record StudyAnswer(AnswerDocument Document, LiveReport Page);
