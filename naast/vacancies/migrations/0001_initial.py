import django.db.models.deletion
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0002_recruiting_terms'),
        ('programmes', '0006_intervision_condition'),
    ]

    operations = [
        migrations.CreateModel(
            name='Vacancy',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('status', models.CharField(choices=[('draft', 'Being written'), ('published', 'On the site'), ('closed', 'Closed')], default='draft', max_length=10, verbose_name='status')),
                ('duration', models.CharField(choices=[('once', 'Once: a few hours or a day'), ('short', 'Short: a few weeks'), ('interim', 'For three to six months'), ('yearly', 'Now and then: every year again'), ('lasting', 'Regularly, for a longer time')], default='lasting', max_length=10, verbose_name='how long')),
                ('commitment_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='we hope for at least (months)')),
                ('times_a_month', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how often in a month')),
                ('weekly', models.PositiveIntegerField(blank=True, null=True, verbose_name='when in the week')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where')),
                ('requirements', models.JSONField(blank=True, default=list, verbose_name='what we ask')),
                ('language_needed', models.PositiveSmallIntegerField(choices=[(0, 'No matter which language you speak'), (1, 'A little is enough; you can practise here'), (2, 'You can have a conversation')], default=1, verbose_name='how much Dutch (or French) you need')),
                ('structure', models.CharField(choices=[('fixed', 'Fixed: clear tasks and hours'), ('free', 'Free: much to choose yourself'), ('either', 'Both are possible')], default='either', max_length=10, verbose_name='how fixed')),
                ('company', models.CharField(choices=[('alone', 'On your own, with somebody to fall back on'), ('together', 'Together with others'), ('either', 'Both are possible')], default='either', max_length=10, verbose_name='with whom')),
                ('gives', models.JSONField(blank=True, default=list, verbose_name='what you do here')),
                ('film_url', models.URLField(blank=True, verbose_name='link to a film')),
                ('published_on', models.DateField(blank=True, null=True)),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='holds until')),
                ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.location')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vacancies', to='programmes.programme')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'status', 'valid_until', 'id'], name='vacancies_v_organis_a0eb29_idx')],
            },
        ),
        migrations.CreateModel(
            name='VacancyText',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('fr', 'French'), ('en', 'English')], max_length=5, verbose_name='language')),
                ('title', models.CharField(max_length=80, verbose_name='title')),
                ('text', models.TextField(max_length=1500, verbose_name='text')),
                ('plain', models.TextField(blank=True, max_length=500, verbose_name='short and plain')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('vacancy', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='vacancies.vacancy')),
            ],
            options={
                'ordering': ['language'],
                'constraints': [models.UniqueConstraint(fields=('vacancy', 'language'), name='vacancy_text_once')],
            },
        ),
        migrations.CreateModel(
            name='Channel',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('code', models.SlugField(max_length=40, verbose_name='short name in links')),
                ('circle', models.CharField(choices=[('acquaintances', 'People we know: word of mouth'), ('online', 'Online: own site, social media, sites with vacancies'), ('neighbourhood', 'In the neighbourhood: posters, shops, bread bags'), ('events', 'Meetings and fairs'), ('partners', 'Partners: referrers, schools, firms, associations'), ('other', 'Something else')], max_length=15, verbose_name='whom it reaches')),
                ('cost', models.DecimalField(decimal_places=2, default=0, max_digits=9, verbose_name='what it costs a year (euro)')),
                ('note', models.CharField(blank=True, max_length=200, verbose_name='good to know')),
                ('is_used', models.BooleanField(default=True, verbose_name='we use it now')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'code'), name='channel_code_once')],
            },
        ),
    ]
